namespace OpenClaw.Host.Cli.Output;

/// <summary>Columns of spaces, for pipes: whole values, nothing cut.</summary>
internal static class PlainTable
{
    private const int Gap = 2;

    public static void Write(TextWriter output, CliTable table)
    {
        var widths = table.Headings
            .Select((heading, column) => table.Rows.Select(row => Clean(row[column]).Length).Append(heading.Length).Max() + Gap)
            .ToArray();
        foreach (var row in table.Rows.Prepend(table.Headings))
        {
            output.WriteLine(string.Concat(row.Select((cell, column) => Clean(cell).PadRight(widths[column]))).TrimEnd());
        }
    }

    // A value with a line break would look like another row.
    private static string Clean(string cell) => ControlText.ToOneLine(cell);
}
