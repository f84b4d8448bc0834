using System.Globalization;

namespace OpenClaw.Bench.Swap;

/// <summary>What a run of swaps came to.</summary>
internal sealed record SwapReport
{
    public required int Swaps { get; init; }

    public required int Failed { get; init; }

    /// <summary>Old generations whose code was not gone at the end.</summary>
    public required int LiveOldGenerations { get; init; }

    public required double MegabytesBefore { get; init; }

    public required double MegabytesAfter { get; init; }

    /// <summary>What the gate allows after so many swaps.</summary>
    public required double MegabytesAllowed { get; init; }

    public required int Messages { get; init; }

    public required int Lost { get; init; }

    public required int Repeated { get; init; }

    public required int SiblingReconnects { get; init; }

    public required double SwappedSilenceMs { get; init; }

    public required double SiblingSilenceMs { get; init; }

    public required double SwapMedianMs { get; init; }

    public required double Minutes { get; init; }

    public double Growth => MegabytesAfter - MegabytesBefore;

    public bool Holds => Failed == 0 && LiveOldGenerations == 0 && Growth <= MegabytesAllowed && Lost == 0 && Repeated == 0 && SiblingReconnects == 0 && SwappedSilenceMs <= 1_000;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Holds ? "PASS" : "FAIL")} swap: {Swaps} swaps ({Failed} failed) in {Minutes:0.0} minutes, median {SwapMedianMs:0} ms, live old generations {LiveOldGenerations}, "
        + $"memory {MegabytesBefore:0.0} -> {MegabytesAfter:0.0} MiB ({Growth:+0.0;-0.0}, allowed +{MegabytesAllowed:0}), messages {Messages}, lost {Lost}, repeated {Repeated}, "
        + $"sibling reconnects {SiblingReconnects}, longest silence of the swapped one {SwappedSilenceMs:0} ms, of the sibling {SiblingSilenceMs:0} ms");
}
