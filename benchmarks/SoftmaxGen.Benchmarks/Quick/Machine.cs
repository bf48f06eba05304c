using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SoftmaxGen.Benchmarks;

/// <summary>What the numbers depend on.</summary>
internal static class Machine
{
    /// <summary>The size of the largest cache, or 0 where the system does not say.</summary>
    public static long LastLevelCacheBytes => CacheBytes(3) ?? CacheBytes(2) ?? 0;

    public static void Print(NativeBuild native)
    {
        Console.WriteLine(
            $"runtime     {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}"
        );
        Console.WriteLine($"system      {RuntimeInformation.OSDescription}");
        Console.WriteLine($"processor   {Processor()}, {Environment.ProcessorCount} logical");
        Console.WriteLine($"caches      L2 {Size(CacheBytes(2))}, L3 {Size(CacheBytes(3))}");
        Console.WriteLine($"vectors     {WidestVector()}{Settings()}");
        Console.WriteLine($"C++         {native.Status}");
    }

    private static string WidestVector() =>
        Vector512.IsHardwareAccelerated ? "Vector512"
        : Vector256.IsHardwareAccelerated ? "Vector256"
        : Vector128.IsHardwareAccelerated ? "Vector128"
        : "none";

    /// <summary>What the environment tells the JIT to do, such as leaving out instruction sets.</summary>
    private static string Settings()
    {
        var settings = Environment
            .GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Where(IsJitSetting)
            .Order(StringComparer.Ordinal);
        return string.Concat(settings.Select(setting => ", " + setting));
    }

    private static bool IsJitSetting(string setting) =>
        setting.StartsWith("DOTNET_Enable", StringComparison.Ordinal)
        || setting.StartsWith("DOTNET_Tiered", StringComparison.Ordinal)
        || setting.StartsWith("DOTNET_PreferredVectorBitWidth", StringComparison.Ordinal);

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var model = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo)
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':', 2)[^1]
                .Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return model ?? "unknown";
    }

    // Linux lists the caches of each processor; index 2 and 3 are those of the second and third level.
    private static long? CacheBytes(int level)
    {
        var file = $"/sys/devices/system/cpu/cpu0/cache/index{level}/size";
        return File.Exists(file)
            ? 1024 * long.Parse(File.ReadAllText(file).Trim().TrimEnd('K'), CultureInfo.InvariantCulture)
            : null;
    }

    private static string Size(long? bytes) => bytes is null ? "unknown" : $"{bytes / 1024} KiB";
}
