using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace OpenClaw.Bench.Load;

/// <summary>The figures of one run and the machine they were taken on, as a table or as JSON.</summary>
internal sealed record LoadReport(string Processor, int Cores, string System, string Runtime, DateTimeOffset TakenAt, IReadOnlyList<Figure> Figures)
{
    public static LoadReport Of(IReadOnlyList<Figure> figures) => new(
        ProcessorName(), Environment.ProcessorCount, RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription,
        TimeProvider.System.GetUtcNow(), figures);

    /// <summary>False as soon as one figure misses its budget.</summary>
    public bool IsWithinBudget => Figures.All(static figure => figure.IsWithinBudget is not false);

    public string ToJson() => JsonSerializer.Serialize(this, LoadJsonContext.Default.LoadReport);

    public string ToTable()
    {
        var lines = new List<string>
        {
            $"{Processor}, {Cores} cores, {System}, {Runtime}",
            "",
            $"| {"Figure",-46} | {"Median",14} | {"Range",17} | {"Budget",12} | Verdict |",
            $"|{new string('-', 48)}|{new string('-', 15)}:|{new string('-', 18)}:|{new string('-', 13)}:|---------|",
        };
        lines.AddRange(Figures.Select(Row));
        return string.Join(Environment.NewLine, lines);
    }

    private static string Row(Figure figure)
    {
        var range = $"{Text(figure.Samples.Min())} - {Text(figure.Samples.Max())}";
        var budget = figure.AtMost is { } most ? $"< {Text(most)}" : figure.AtLeast is { } least ? $">= {Text(least)}" : "";
        var verdict = figure.IsWithinBudget switch { true => "met", false => "MISSED", null => "" };
        return $"| {figure.Name,-46} | {Text(figure.Value) + " " + figure.Unit,14} | {range,17} | {budget,12} | {verdict,-7} |";
    }

    private static string Text(double value) => value.ToString(value < 100 ? "0.#" : "0", CultureInfo.InvariantCulture);

    private static string ProcessorName()
    {
        const string Label = "model name";
        var line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith(Label, StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
