using System.Text;
using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Text;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>
/// What a run does, a line for each step, the newest last. Short runs that use no tool show nothing: their answer is there before anybody
/// has read that it is worked on.
/// </summary>
internal sealed class ProgressPages(DraftOptions options, ISecretRegistry? secrets, TimeProvider time) : IDraftPages
{
    private const string Thinking = "💭 thinking";
    private static readonly TimeSpan WithTool = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WithoutTool = TimeSpan.FromSeconds(12);

    // By these names tools call what people understand at once.
    private static readonly string[] Telling = ["command", "cmd", "path", "file", "url", "query", "pattern", "message", "name"];

    private readonly long _began = time.GetTimestamp();
    private readonly Lock _gate = new();
    private readonly List<(string CallId, string Line)> _lines = [];
    private long? _firstCall;
    private bool _thinks;

    public void Thought()
    {
        lock (_gate)
            _thinks = true;
    }

    public void Spoke(string text)
    {
        lock (_gate)
            _thinks = false;
    }

    public void Calls(ToolCallPart call)
    {
        lock (_gate)
        {
            _thinks = false;
            _firstCall ??= time.GetTimestamp();
            _lines.Add((call.CallId, LineOf(call)));
            if (_lines.Count > options.MaxLines)
                _lines.RemoveAt(0);
        }
    }

    public void Called(ToolCallPart call, bool failed)
    {
        if (!failed)
            return;
        lock (_gate)
        {
            var at = _lines.FindLastIndex(one => one.CallId == call.CallId);
            if (at >= 0)
                _lines[at] = (call.CallId, $"{_lines[at].Line} ✗");
        }
    }

    public IReadOnlyList<string> Now()
    {
        lock (_gate)
        {
            var isDue = _firstCall is { } first ? time.GetElapsedTime(first) >= WithTool : time.GetElapsedTime(_began) >= WithoutTool;
            if (!isDue)
                return [];
            List<string> lines = options.ShowsTools ? [.. _lines.Select(static one => one.Line)] : [];
            if (options.ShowsTools && _thinks && lines.Count < options.MaxLines)
                lines.Add(Thinking);
            if (options.Label is { } label)
                lines.Insert(0, OneLine(label));
            return lines.Count == 0 ? [] : [string.Join('\n', lines)];
        }
    }

    private string LineOf(ToolCallPart call)
    {
        var told = OneLine(secrets?.Redact(ToldBy(call.Arguments)) ?? ToldBy(call.Arguments)).Replace('`', '\'');
        var name = OneLine(call.Name);
        var room = options.MaxLineLength - name.Length - 8;
        if (told.Length == 0 || room < 8)
            return $"🔧 {Short(name, options.MaxLineLength - 3)}";
        return $"🔧 {name}: `{Short(told, room)}`";
    }

    private static string ToldBy(JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
            return "";
        foreach (var name in Telling)
        {
            if (arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                return value.GetString()!;
        }

        return arguments.EnumerateObject().Where(static one => one.Value.ValueKind == JsonValueKind.String).Select(static one => one.Value.GetString()!).FirstOrDefault() ?? "";
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, 2_000)).EnumerateRunes())
            line.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        return line.ToString().Trim();
    }

    private static string Short(string text, int most) =>
        text.Length <= most ? text : $"{text.AsSpan(0, TextCutter.Fit(text, 0, most - 1, OpenClaw.Channels.TextUnit.Utf16))}…";
}
