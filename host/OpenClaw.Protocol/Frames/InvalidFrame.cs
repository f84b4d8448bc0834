namespace OpenClaw.Protocol.Frames;

/// <summary>Why a JSON text is not a request, in words the peer can act on.</summary>
public sealed record InvalidFrame
{
    /// <summary>The id used when the frame carries none.</summary>
    public const string UnknownId = "invalid";

    /// <summary>The id of the frame, or <see cref="UnknownId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>What is wrong, one clause per violation.</summary>
    public required string Violations { get; init; }

    /// <summary>The answer to send for such a frame after hello.</summary>
    public ErrorShape ToError() => ErrorShape.InvalidRequest($"invalid request frame: {Violations}");
}
