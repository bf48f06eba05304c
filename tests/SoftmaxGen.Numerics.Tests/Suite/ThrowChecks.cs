namespace SoftmaxGen.Numerics.Tests;

/// <summary>What an exception must be and say.</summary>
internal static class ThrowChecks
{
    /// <summary>Expects exactly this exception type, the parameter's name, and each of the words in its message.</summary>
    public static void Throws<T>(
        this NumericReport report,
        string parameter,
        string call,
        Action run,
        params ReadOnlySpan<string> words
    )
        where T : ArgumentException
    {
        try
        {
            run();
            report.Fail($"{call} did not throw");
        }
        catch (ArgumentException e)
        {
            report.Expect(e.GetType() == typeof(T), $"{call} threw {e.GetType().Name}, not {typeof(T).Name}");
            report.Expect(e.ParamName == parameter, $"{call} names {e.ParamName}, not {parameter}");
            foreach (string word in words)
                report.Expect(e.Message.Contains(word), $"{call} does not say {word}: {e.Message}");
        }
        catch (Exception e)
        {
            report.Fail($"{call} threw {e.GetType().Name}: {e.Message}");
        }
    }
}
