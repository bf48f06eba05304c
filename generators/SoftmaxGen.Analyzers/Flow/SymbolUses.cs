using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Where the body of a member names its locals and parameters, and what it calls, nested functions included.</summary>
internal sealed class SymbolUses
{
    private static readonly IReadOnlyList<IOperation> None = [];

    private readonly Dictionary<ISymbol, List<IOperation>> references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IVariableDeclaratorOperation> declarators = new(
        SymbolEqualityComparer.Default
    );

    private readonly List<IInvocationOperation> invocations = [];

    public SymbolUses(IEnumerable<IOperation> blocks)
    {
        foreach (var operation in blocks.SelectMany(block => block.Descendants()))
        {
            Add(operation);
        }
    }

    /// <summary>All calls, in the order of the source.</summary>
    public IReadOnlyList<IInvocationOperation> Invocations => invocations;

    /// <summary>Whether execution may enter a block elsewhere than at its start.</summary>
    public bool HasLabels { get; private set; }

    public IReadOnlyList<IOperation> Of(ISymbol symbol) => references.TryGetValue(symbol, out var found) ? found : None;

    public IVariableDeclaratorOperation? DeclaratorOf(ILocalSymbol local) =>
        declarators.TryGetValue(local, out var declarator) ? declarator : null;

    /// <summary>Whether the local belongs to a lambda or local function, or, for null, to the member itself.</summary>
    public bool IsDeclaredIn(ILocalSymbol local, IOperation? function) =>
        declarators.TryGetValue(local, out var declarator) && Nesting.FunctionAround(declarator) == function;

    /// <summary>What a local holds wherever it is read, or null where that is not certain: it is written exactly once.</summary>
    public IOperation? OnlyValueOf(ILocalSymbol local)
    {
        if (local.IsRef || !declarators.TryGetValue(local, out var declarator))
        {
            return null;
        }

        var uses = Of(local).Select(SymbolUse.Of).ToList();
        if (uses.Any(use => use.Kind == UseKind.Open))
        {
            return null;
        }

        var values = uses.Select(use => use.Value).Prepend(declarator.GetVariableInitializer()?.Value);
        var written = values.Where(value => value is not null).Take(2).ToList();
        return written.Count == 1 ? written[0] : null;
    }

    /// <summary>Whether the program decides something by a number.</summary>
    public bool IsTested(ILocalSymbol number) => Of(number).Any(Reachability.IsCondition);

    /// <summary>Whether the program decides something by the length of a span or array.</summary>
    public bool IsLengthTested(ILocalSymbol memory) =>
        Of(memory)
            .Any(reference =>
                reference.Parent is IPropertyReferenceOperation { Property.Name: "Length" } or IIsPatternOperation
                && Reachability.IsCondition(reference)
            );

    /// <summary>Whether a local or parameter means the same wherever it is read.</summary>
    public bool IsFixed(ISymbol symbol) =>
        symbol switch
        {
            ILocalSymbol local => OnlyValueOf(local) is not null,
            IParameterSymbol { RefKind: RefKind.None or RefKind.In } parameter => !IsCapturedByType(parameter)
                && Of(parameter).All(reference => SymbolUse.Of(reference).Kind == UseKind.Read),
            _ => false,
        };

    /// <summary>Other members may write the parameter of a primary constructor.</summary>
    private static bool IsCapturedByType(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                Add(local.Local, local);
                break;
            case IParameterReferenceOperation parameter:
                Add(parameter.Parameter, parameter);
                break;
            case IVariableDeclaratorOperation declarator:
                declarators[declarator.Symbol] = declarator;
                break;
            case IInvocationOperation invocation:
                invocations.Add(invocation);
                break;
            case ILabeledOperation:
                HasLabels = true;
                break;
        }
    }

    private void Add(ISymbol symbol, IOperation reference)
    {
        if (!references.TryGetValue(symbol, out var found))
        {
            references.Add(symbol, found = []);
        }

        found.Add(reference);
    }
}
