using SoftmaxGen;

namespace Digits;

/// <summary>One class per digit.</summary>
[SoftmaxHead(Classes = 10)]
internal static partial class DigitsHead { }
