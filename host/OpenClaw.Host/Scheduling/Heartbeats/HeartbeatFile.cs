namespace OpenClaw.Host.Scheduling.Heartbeats;

/// <summary>Tells whether <c>HEARTBEAT.md</c> gives an agent anything to do.</summary>
internal static class HeartbeatFile
{
    /// <summary>Headings, comments, rules and empty items are no tasks.</summary>
    public static bool IsEmpty(string text)
    {
        var rest = WithoutComments(text);
        foreach (var line in rest.Split('\n'))
        {
            var words = line.Trim();
            if (words.Length > 0 && !words.StartsWith('#') && words.Trim('-', '*', '+', ' ', '[', ']', '=', '_').Length > 0)
                return false;
        }

        return true;
    }

    private static string WithoutComments(string text)
    {
        while (text.IndexOf("<!--", StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = text.IndexOf("-->", start, StringComparison.Ordinal);
            text = end < 0 ? text[..start] : text.Remove(start, end + 3 - start);
        }

        return text;
    }
}
