namespace OpenClaw.Bench.Wire;

/// <summary>One round of requests.</summary>
/// <param name="PerSecond">Answers in a second.</param>
/// <param name="LongWaitMs">What one in a hundred waited, or longer.</param>
internal readonly record struct Round(double PerSecond, double LongWaitMs);
