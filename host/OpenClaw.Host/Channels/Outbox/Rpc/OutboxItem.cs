namespace OpenClaw.Host.Channels.Outbox.Rpc;

/// <summary>A message of the outbox as operators see it, and the payload of <c>outbox.changed</c>.</summary>
internal sealed record OutboxItem
{
    public required long Id { get; init; }

    public required string State { get; init; }

    public required string Kind { get; init; }

    public required string Channel { get; init; }

    public required string AccountId { get; init; }

    public required string To { get; init; }

    public string? ThreadId { get; init; }

    public required int Parts { get; init; }

    public required int PartsSent { get; init; }

    public required IReadOnlyList<string> MessageIds { get; init; }

    public required int Attempts { get; init; }

    public required long CreatedAtMs { get; init; }

    public long? NextAttemptAtMs { get; init; }

    public long? ExpiresAtMs { get; init; }

    public long? EndedAtMs { get; init; }

    public string? Code { get; init; }

    public string? Reason { get; init; }

    public string? RunId { get; init; }

    public string? SessionKey { get; init; }

    /// <summary>The beginning of the text; events do not carry it.</summary>
    public string? Preview { get; init; }

    public static OutboxItem Of(OutboxRow row, string? preview)
    {
        var place = row.Destination.Split('\n', 2);
        return new OutboxItem
        {
            Id = row.Id,
            State = OutboxStates.NameOf(row.State),
            Kind = row.Kind,
            Channel = row.Channel,
            AccountId = row.AccountId,
            To = place[0],
            ThreadId = place.Length > 1 ? place[1] : null,
            Parts = row.Parts,
            PartsSent = row.PartsSent,
            MessageIds = row.MessageIds,
            Attempts = row.Attempts,
            CreatedAtMs = row.CreatedAt,
            NextAttemptAtMs = row.State == OutboxState.Queued ? row.DueAt : null,
            ExpiresAtMs = row.HasEnded ? null : row.ExpiresAt,
            EndedAtMs = row.EndedAt,
            Code = row.Code,
            Reason = row.Reason,
            RunId = row.RunId,
            SessionKey = row.SessionKey,
            Preview = preview,
        };
    }
}
