namespace OpenClaw.Abstractions.Tests.PublicApi;

/// <summary>Names lines that are on one side only, each with the type it belongs to.</summary>
internal static class ApiDifference
{
    public static string Between(string expected, string actual)
    {
        var before = Lines(expected);
        var after = Lines(actual);
        return string.Join('\n', before.Except(after).Select(line => $"- {line}").Concat(after.Except(before).Select(line => $"+ {line}")));
    }

    private static List<string> Lines(string listing)
    {
        var lines = new List<string>();
        var header = "";
        foreach (var line in listing.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length == 0)
                continue;
            if (line[0] != ' ')
                header = line;
            lines.Add(line[0] == ' ' ? $"{header} |{line[3..]}" : line);
        }

        return lines;
    }
}
