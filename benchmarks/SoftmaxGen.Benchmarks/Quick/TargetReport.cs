namespace SoftmaxGen.Benchmarks;

/// <summary>The ratios beside what they are to be, and the class counts that fall short.</summary>
internal static class TargetReport
{
    public static void Print(IReadOnlyList<RowTimes> all)
    {
        var table = new TextTable(
            leftAligned: true,
            ["", "classes", "target", "stretch", "worst", "at", "geo. mean", "falls short"]
        );
        foreach (var measure in Targets.Measures)
        {
            var name = measure.Name;
            for (var group = 0; group < Targets.Groups.Length; group++)
            {
                if (Row(measure, group, all) is not { } cells)
                    continue;
                table.Add([name, .. cells]);
                name = "";
            }
        }
        table.Print();
    }

    private static string[]? Row(Measure measure, int group, IReadOnlyList<RowTimes> all)
    {
        Reached[] reached =
        [
            .. all.Where(times => Targets.Groups[group].Contains(times.Classes) && measure.Ratio(times) is not null)
                .Select(times => new Reached(
                    times.Classes,
                    measure.Ratio(times)!.Value,
                    measure.Floor(group, times.Classes)
                )),
        ];
        if (reached.Length == 0)
            return null;

        var worst = reached.MinBy(one => one.Ratio / one.Floor)!;
        var mean = Math.Exp(reached.Average(one => Math.Log(one.Ratio)));
        var tooSlow = reached
            .Where(one => one.Ratio < one.Floor)
            .Select(one => $"{one.Classes} ({measure.Text(one.Ratio)})");
        return
        [
            Targets.Groups[group].Name,
            Floors(measure, group),
            measure.Stretch is { } stretch ? measure.Text(stretch[group]) : "",
            measure.Text(worst.Ratio),
            $"{worst.Classes}",
            measure.Text(mean),
            string.Join(", ", tooSlow),
        ];
    }

    private static string Floors(Measure measure, int group) =>
        string.Concat(
            measure
                .Exceptions.Where(exception => Targets.Groups[group].Contains(exception.Key))
                .Select(exception => $", {exception.Key}: {measure.Text(exception.Value)}")
                .Prepend(measure.Text(measure.Floors[group]))
        );

    private sealed record Reached(int Classes, double Ratio, double Floor);
}
