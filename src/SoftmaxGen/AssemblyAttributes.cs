// Public methods of the user's assembly take a Reduction: an assembly that is CLS-compliant may only name what is.
[assembly: System.CLSCompliant(true)]
