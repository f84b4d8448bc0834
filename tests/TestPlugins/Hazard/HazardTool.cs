using System.Collections;
using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.TestPlugins;

/// <summary>Does harm on request.</summary>
public sealed class HazardTool(IPluginScope scope) : ITool
{
    private static readonly SemaphoreSlim Gate = new(0);

    private int _inside;

    public ToolDescriptor Descriptor { get; } = new()
    {
        Name = "hazard_act",
        Description = "Does harm.",
        Parameters = JsonElement.Parse("""{"type":"object"}"""),
    };

    public async ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken)
    {
        var act = invocation.Arguments.GetProperty("act").GetString()!;
        switch (act)
        {
            case "enter":
                var inside = Interlocked.Increment(ref _inside);
                await Gate.WaitAsync(CancellationToken.None);
                return ToolResult.Text(inside.ToString(provider: null));
            case "inside":
                return ToolResult.Text(_inside.ToString(provider: null));
            case "leave":
                Gate.Release(Volatile.Read(ref _inside));
                return ToolResult.Text("left");
            case "listens":
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return ToolResult.Text("never");
            case "endless":
                return new ToolResult { Content = new EndlessParts() };
            case "throwing-parts":
                return new ToolResult { Content = new ThrowingParts() };
            case "huge":
                return ToolResult.Text(new string('x', 64 * 1024 * 1024));
            case "storage":
                return ToolResult.Text(string.Join('|', Directory.GetDirectories(Path.GetDirectoryName(scope.StorageDirectory)!).Select(Path.GetFileName)));
            case "settings":
                return ToolResult.Text(scope.Settings.GetRawText());
            default:
                Harm.Do(act, "tool");
                return ToolResult.Text(act);
        }
    }

    /// <summary>A list of the plugin's own that has no end.</summary>
    private sealed class EndlessParts : IReadOnlyList<MessagePart>
    {
        public int Count => int.MaxValue;

        public MessagePart this[int index] => new TextPart("again");

        public IEnumerator<MessagePart> GetEnumerator()
        {
            while (true)
                yield return new TextPart("again");
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>A list of the plugin's own that cannot be read.</summary>
    private sealed class ThrowingParts : IReadOnlyList<MessagePart>
    {
        public int Count => throw new InvalidOperationException("count of a test plugin");

        public MessagePart this[int index] => throw new InvalidOperationException("item of a test plugin");

        public IEnumerator<MessagePart> GetEnumerator() => throw new InvalidOperationException("parts of a test plugin");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
