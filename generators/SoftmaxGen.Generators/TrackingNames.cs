namespace SoftmaxGen.Generators;

/// <summary>The steps of the pipeline, as tests of incrementality name them.</summary>
internal static class TrackingNames
{
    public const string Target = nameof(Target);
    public const string Parse = nameof(Parse);
    public const string FileNames = nameof(FileNames);
    public const string Plan = nameof(Plan);
    public const string Kernels = nameof(Kernels);
    public const string Shared = nameof(Shared);
    public const string Emit = nameof(Emit);
}
