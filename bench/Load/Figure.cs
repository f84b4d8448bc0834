namespace OpenClaw.Bench.Load;

/// <summary>One measured value beside its budget.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The median of the samples.</param>
/// <param name="Unit">What the value counts.</param>
/// <param name="Samples">Every single measurement, in the order of taking.</param>
/// <param name="AtMost">The budget, where less is better.</param>
/// <param name="AtLeast">The budget, where more is better.</param>
internal sealed record Figure(string Name, double Value, string Unit, IReadOnlyList<double> Samples, double? AtMost = null, double? AtLeast = null)
{
    /// <summary>Null for a figure that only explains another.</summary>
    public bool? IsWithinBudget => AtMost is { } most ? Value < most : AtLeast is { } least ? Value >= least : null;

    public static Figure Below(string name, string unit, double budget, IReadOnlyList<double> samples) =>
        new(name, Median(samples), unit, samples, AtMost: budget);

    public static Figure Above(string name, string unit, double budget, IReadOnlyList<double> samples) =>
        new(name, Median(samples), unit, samples, AtLeast: budget);

    public static Figure Plain(string name, string unit, IReadOnlyList<double> samples) => new(name, Median(samples), unit, samples);

    private static double Median(IReadOnlyList<double> samples) => samples.Order().ElementAt(samples.Count / 2);
}
