using System.Text.RegularExpressions;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Prompts;

/// <summary>
/// Puts the time before what people wrote, and marks around what came from outside. Only models see it: the transcript keeps what was
/// written. The time is that of the message, so that a message reads the same in every turn.
/// </summary>
internal sealed partial class InputFraming(PromptClock clock, AgentDefaultsConfig settings)
{
    private const string UserKeyEnd = ":user";

    public string Of(TranscriptMessage message, string text)
    {
        if (text.Length == 0 || message.IdempotencyKey?.EndsWith(UserKeyEnd, StringComparison.Ordinal) is not true)
            return text;
        var framed = OutsideContent.Of(message) is { } outside ? outside.Wrap(text) : text;
        return settings.EnvelopeTimestamp == "off" || message.Timestamp is not { } at || HasStamp().IsMatch(framed)
            ? framed
            : clock.Stamp(at, settings) + framed;
    }

    // Some clients write the time themselves.
    [GeneratedRegex(@"\A\[\w{3} \d{4}-\d\d-\d\d \d\d:\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex HasStamp();
}
