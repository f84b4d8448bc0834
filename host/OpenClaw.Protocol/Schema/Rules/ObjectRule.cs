using System.Collections.Frozen;
using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts objects with known members.</summary>
internal sealed class ObjectRule : SchemaRule
{
    private readonly IReadOnlyList<KeyValuePair<string, SchemaRule>> _members;
    private readonly IReadOnlyList<string> _required;
    private readonly FrozenSet<string> _names;
    private readonly bool _isClosed;

    public ObjectRule(IReadOnlyList<KeyValuePair<string, SchemaRule>> members, IReadOnlyList<string> required, bool isClosed)
    {
        _members = members;
        _required = required;
        _isClosed = isClosed;
        _names = members.Select(member => member.Key).ToFrozenSet(StringComparer.Ordinal);
    }

    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            run.Found.Add(Violations.WrongType(run.Path, "object"));
            return;
        }

        ReportFirstMissing(value, run);
        if (_isClosed)
        {
            ReportUnexpected(value, run);
        }

        foreach (var (name, rule) in _members)
        {
            if (run.IsFull)
            {
                return;
            }

            if (value.TryGetProperty(name, out var member))
            {
                run.Enter(name);
                rule.Check(member, run);
                run.Leave();
            }
        }
    }

    /// <summary>The reference names only the first missing member.</summary>
    private void ReportFirstMissing(JsonElement value, ValidationRun run)
    {
        foreach (var name in _required)
        {
            if (!value.TryGetProperty(name, out _))
            {
                run.Found.Add(Violations.MissingProperty(run.Path, name));
                return;
            }
        }
    }

    private void ReportUnexpected(JsonElement value, ValidationRun run)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (run.IsFull)
            {
                return;
            }

            if (!_names.Contains(member.Name))
            {
                run.Found.Add(Violations.UnexpectedProperty(run.Path, member.Name));
            }
        }
    }
}
