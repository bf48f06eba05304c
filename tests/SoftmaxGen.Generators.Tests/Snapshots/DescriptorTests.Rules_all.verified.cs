SMG0001 Error [SoftmaxGen]
  The class count is out of range
  The class count of '{0}' is {1}: write [SoftmaxHead(Classes = n)] with n from 2 to 1048576, or Labels = typeof(E) of an enum with as many members
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0001.md
SMG0002 Error [SoftmaxGen]
  A head and the types around it are partial
  '{0}' is not partial: add the modifier, so that the methods of the head '{1}' can be generated into it
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0002.md
SMG0003 Error [SoftmaxGen]
  A head is visible outside its file
  '{0}' is file-local, and generated code is another file: remove the modifier 'file' from it
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0003.md
SMG0004 Error [SoftmaxGen]
  A name that the head generates is taken
  '{0}' already has '{1}', which the head generates: rename it, or put the head on a type of its own
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0004.md
SMG0005 Error [SoftmaxGen]
  The language version is too old
  The methods of '{0}' need C# 9 or newer, and the project uses C# {1}: set <LangVersion>9.0</LangVersion> in the project file
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0005.md
SMG0006 Error [SoftmaxGen]
  The output count is out of range
  Outputs of '{0}' is {1}: write [SigmoidHead(Outputs = n)] with n from 1 to 1048576
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0006.md
SMG0007 Error [SoftmaxGen]
  A type is one head
  '{0}' has [SoftmaxHead] and [SigmoidHead], whose methods share names: remove one of them, or put it on a type of its own
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0007.md
SMG0008 Error [SoftmaxGen]
  Labels is an enum
  Labels of '{0}' is '{1}', which is no enum: write typeof(E) of an enum whose members are the classes, or leave it out
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0008.md
SMG0009 Error [SoftmaxGen]
  The members of the label enum are 0 to n - 1
  The members of '{1}' are the classes of '{0}', so number them from 0 to {2}, each once: {3}
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0009.md
SMG0023 Error [SoftmaxGen]
  The label enum is no set of flags
  '{1}' is a set of flags, of which several may be set, and a row of '{0}' has one class: write an enum whose members are the classes, from 0 on, or take a [SigmoidHead] with an output for each flag
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0023.md
SMG0010 Error [SoftmaxGen]
  The label enum is visible wherever the head is
  The methods of '{0}' cannot name the enum '{1}': {2}
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0010.md
SMG0011 Error [SoftmaxGen]
  Classes and Labels agree
  Classes of '{0}' is {1}, and '{2}' has {3} members: remove Classes, as Labels gives the class count
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0011.md
SMG0012 Error [SoftmaxGen]
  The element type is float or double
  Element of '{0}' is '{1}': write typeof(float) or typeof(double), or leave it out for float
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0012.md
SMG0013 Error [SoftmaxGen]
  The temperature is out of range
  Temperature of '{0}' is {1}: write a number from 2^-20 to 2^20, which is about 0.00000095 to 1048576
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0013.md
SMG0014 Error [SoftmaxGen]
  The label smoothing is out of range
  LabelSmoothing of '{0}' is {1}: write a number from 0 to below 1, also after rounding to {2}
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0014.md
SMG0015 Error [SoftmaxGen]
  There is one weight for each class or output
  {1} of '{0}' has the length {2}, and {3} is {4}: write that many values, which is possible up to 4096, or leave {1} out
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0015.md
SMG0016 Error [SoftmaxGen]
  A weight is finite and not negative
  {1}[{2}] of '{0}' is {3}: write a number from 0 to the largest {4}
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0016.md
SMG0017 Error [SoftmaxGen]
  FullyMasked is one of its members
  FullyMasked of '{0}' is {1}, which is none of its members: write FullyMasked.NaN or FullyMasked.Zero
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0017.md
SMG0018 Error [SoftmaxGen]
  The target has spans
  The methods of '{0}' take spans, and the project has no System.Span<T> that can be used: reference the package System.Memory, or target .NET Standard 2.1, .NET Core 2.1 or newer
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0018.md
SMG0022 Error [SoftmaxGen]
  The package's types have their full names
  The methods of '{0}' take a global::SoftmaxGen.Reduction, which is missing, ambiguous, behind an extern alias or a type of the project itself: reference the package SoftmaxGen once, without Aliases, and declare no type of its names
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0022.md
SMG0024 Error [SoftmaxGen]
  A head stands in a file that the compiler is given
  '{0}' is written by another generator, such as that of Razor, and no generator sees what others write, so it has no members: declare it in a .cs file
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0024.md
SMG0019 Warning [SoftmaxGen]
  A class weight is not 0
  All ClassWeights of '{0}' are 0, also after rounding to {1}, so losses of labels are 0 and means over labels NaN: write a weight above 0, or leave ClassWeights out
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0019.md
SMG0020 Info [SoftmaxGen]
  IgnoreIndex is no class
  IgnoreIndex of '{0}' is {1}, which is a class: rows with that label do not count; write a number that is no class, such as -1, if they should
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0020.md
SMG0021 Info [SoftmaxGen]
  Weights that are all 1 can be left out
  {1} of '{0}' are all 1 and change nothing: leave {1} out, which saves the multiplications
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0021.md
SMG0025 Warning [SoftmaxGen]
  A label can be IgnoreIndex
  IgnoreIndex of '{0}' is {1}, and '{2}' is made of {3}, which has no such number, so no label of it marks a row that does not count: make the enum of int, or write a number that {3} has and that is no class
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0025.md
SMG0026 Info [SoftmaxGen]
  A label enum has no member for the number of the others
  The member '{1}' of '{2}' is a class of '{0}', the last one, and its name says that it counts the others: remove it, and use '{0}.Classes'
  https://github.com/softmaxgen/softmaxgen/blob/main/docs/rules/SMG0026.md
