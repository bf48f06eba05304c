using SoftmaxGen;

namespace Quickstart;

/// <summary>A second head, for rows of three logits. Every head has its own class count and its own code.</summary>
[SoftmaxHead(Classes = 3)]
public static partial class ThreeWayHead { }
