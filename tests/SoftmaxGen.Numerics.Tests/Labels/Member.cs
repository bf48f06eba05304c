using System.Reflection;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>A static member of a head as a delegate.</summary>
internal static class Member
{
    public const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static T Of<T>(Type head, string name)
        where T : Delegate
    {
        MethodInfo shape = typeof(T).GetMethod("Invoke")!;
        MethodInfo? member = head.GetMethod(name, All, [.. shape.GetParameters().Select(p => p.ParameterType)]);
        return (member ?? throw new MissingMethodException($"{head.Name} has no such {name}.")).CreateDelegate<T>();
    }

    public static int Constant(Type head, string name) => (int)head.GetField(name, All)!.GetRawConstantValue()!;
}
