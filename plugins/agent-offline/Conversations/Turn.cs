using System.Security.Cryptography;
using System.Text;
using OpenClaw.Content;

namespace OpenClaw.Agents.Offline.Conversations;

/// <summary>What the offline provider reads out of a conversation.</summary>
internal sealed record Turn
{
    /// <summary>The latest message of the person, without what a gateway puts before it.</summary>
    public required string Text { get; init; }

    /// <summary>The first message of the person.</summary>
    public required string FirstText { get; init; }

    /// <summary>How many messages the person wrote.</summary>
    public required int Number { get; init; }

    /// <summary>Media types of the files that came with the latest message.</summary>
    public required IReadOnlyList<string> Attachments { get; init; }

    /// <summary>Results of the calls asked for last; empty when the person spoke last.</summary>
    public required IReadOnlyList<ToolResultPart> Results { get; init; }

    /// <summary>The same for the same conversation, in this process and in the next.</summary>
    public required string Fingerprint { get; init; }

    public bool AnswersTools => Results.Count > 0;

    public string ResponseId => $"offline-{Fingerprint[..16]}";

    public static Turn Read(ModelRequest request)
    {
        var messages = request.Messages;
        var spoken = messages.Where(message => message.Role == ModelRole.User).ToList();
        var latest = spoken.LastOrDefault();
        return new Turn
        {
            Text = latest is null ? "" : SpokenText.Of(latest),
            FirstText = spoken.Count == 0 ? "" : SpokenText.Of(spoken[0]),
            Number = spoken.Count,
            Attachments = [.. (latest?.Parts ?? []).OfType<MediaPart>().Select(part => part.Media.MediaType)],
            Results = [.. messages.Reverse().TakeWhile(message => message.Role == ModelRole.Tool).Reverse()
                .SelectMany(message => message.Parts).OfType<ToolResultPart>()],
            Fingerprint = FingerprintOf(request),
        };
    }

    private static string FingerprintOf(ModelRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(request.Session?.Value ?? ""));
        foreach (var message in request.Messages)
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{message.Role}:{SpokenText.Of(message)}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
