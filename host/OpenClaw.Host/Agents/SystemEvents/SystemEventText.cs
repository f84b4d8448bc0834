using System.Globalization;
using System.Text;

namespace OpenClaw.Host.Agents.SystemEvents;

/// <summary>Writes events in front of what a session's next turn is about.</summary>
internal static class SystemEventText
{
    public static string Before(IReadOnlyList<SystemEvent> events, string message)
    {
        if (events.Count == 0)
            return message;
        var text = new StringBuilder();
        foreach (var one in events)
        {
            if (one.Lost > 0)
                text.Append(CultureInfo.InvariantCulture, $"System: {one.Lost} earlier events were dropped, the queue was full.\n");
            var at = DateTimeOffset.FromUnixTimeMilliseconds(one.CreatedAt);
            text.Append(CultureInfo.InvariantCulture, $"System: [{at:yyyy-MM-dd HH:mm} UTC] {OneLine(one.Text)}\n");
        }

        return text.Append('\n').Append(message).ToString();
    }

    // A line break inside an event could pass for the beginning of what the person wrote.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
