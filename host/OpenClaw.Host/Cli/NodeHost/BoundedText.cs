using System.Text;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>The beginning of what a program writes. The rest is read, so that the program does not hang, and dropped.</summary>
internal sealed class BoundedText(int most)
{
    private readonly StringBuilder _text = new();

    public bool IsTruncated { get; private set; }

    public override string ToString() => _text.ToString();

    public async Task ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        var buffer = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var kept = Math.Min(count, most - _text.Length);
            _text.Append(buffer, 0, kept);
            IsTruncated |= kept < count;
        }
    }
}
