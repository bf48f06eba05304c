using SoftmaxGen;

namespace Quickstart;

/// <summary>What a guard does next: 0 patrol, 1 chase, 2 attack, 3 flee. The generator writes the methods.</summary>
[SoftmaxHead(Classes = 4)]
public static partial class EnemyBrain { }
