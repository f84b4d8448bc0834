namespace OpenClaw.Bench.Wire;

/// <summary>Keeps both halves of a round.</summary>
internal static class RoundExtensions
{
    public static void Add(this (List<double> PerSecond, List<double> Waits) lists, Round round)
    {
        lists.PerSecond.Add(round.PerSecond);
        lists.Waits.Add(round.LongWaitMs);
    }
}
