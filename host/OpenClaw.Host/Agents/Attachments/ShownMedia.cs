using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Attachments;

/// <summary>Shows a model the files of a conversation: images of the newest turns as they are, the rest by a line of text.</summary>
internal sealed class ShownMedia(MediaFolder folder)
{
    private const int MaxImages = 10;
    private const int MaxTurns = 3;
    private const long MaxBytes = 20L * 1024 * 1024;

    /// <summary>Decides for each message of a transcript what is shown of its files.</summary>
    public IReadOnlyDictionary<TranscriptMessage, IReadOnlyList<MessagePart>> Of(IReadOnlyList<TranscriptMessage> transcript, ModelInfo info)
    {
        var shown = new Dictionary<TranscriptMessage, IReadOnlyList<MessagePart>>(ReferenceEqualityComparer.Instance);
        var (images, bytes, turns) = (0, 0L, 0);
        foreach (var message in transcript.Reverse())
        {
            // What was shown some turns ago was looked at; sending it with every turn costs as much as the whole conversation.
            turns += message.Role == MessageRoles.User ? 1 : 0;
            if (FilesOf(message) is not { Count: > 0 } files)
                continue;
            var parts = new List<MessagePart>();
            foreach (var file in files)
            {
                var image = info.AcceptsImages && turns <= MaxTurns && images < MaxImages && bytes + file.Length <= MaxBytes ? folder.ImageOf(file) : null;
                if (image is not null)
                {
                    parts.Add(new MediaPart(image));
                    images++;
                    bytes += file.Length;
                }
                else if (!file.IsNoted)
                {
                    parts.Add(new TextPart(folder.NoteOf(file)));
                }
            }

            shown[message] = parts;
        }

        return shown;
    }

    public static IDictionary<string, JsonElement>? MemberOf(IReadOnlyList<RunMedia> files) => files.Count == 0
        ? null
        : TranscriptMembers.Of(TranscriptMembers.Media, JsonSerializer.SerializeToElement(files, AgentsJsonContext.Default.IReadOnlyListRunMedia));

    private static IReadOnlyList<RunMedia>? FilesOf(TranscriptMessage message) =>
        message.Other?.TryGetValue(TranscriptMembers.Media, out var files) is true
            ? files.Deserialize(AgentsJsonContext.Default.IReadOnlyListRunMedia)
            : null;
}
