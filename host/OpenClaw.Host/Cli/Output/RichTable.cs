using Spectre.Console;

namespace OpenClaw.Host.Cli.Output;

/// <summary>A table with lines, for people.</summary>
internal static class RichTable
{
    public static void Write(ICliConsole console, CliTable table)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(console.Output),
            Ansi = console.UseColor ? AnsiSupport.Yes : AnsiSupport.No,
            Interactive = InteractionSupport.No,
        });
        terminal.Profile.Width = console.Width;
        var drawn = new Table().Border(TableBorder.Rounded);
        foreach (var heading in table.Headings)
        {
            drawn.AddColumn(new TableColumn(Markup.Escape(heading)));
        }

        foreach (var row in table.Rows)
        {
            drawn.AddRow([.. row.Select(static cell => Markup.Escape(ControlText.ToOneLine(cell)))]);
        }

        terminal.Write(drawn);
    }
}
