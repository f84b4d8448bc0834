using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Tests.Cli;

internal sealed class CapturedConsole : ICliConsole
{
    public TextWriter Output { get; } = new CapturedText();

    public TextWriter Error { get; } = new CapturedText();

    public TextReader? Answers { get; set; }

    public bool IsInteractive { get; set; }

    public bool UseColor { get; set; }

    public int Width { get; set; } = 100;
}
