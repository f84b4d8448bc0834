using System.Text.Json;

namespace OpenClaw.Protocol.Schema.Rules;

/// <summary>Accepts what one of several schemas accepts.</summary>
internal sealed class AnyOfRule(IReadOnlyList<SchemaRule> alternatives) : SchemaRule
{
    protected override void CheckValue(JsonElement value, ValidationRun run)
    {
        var failures = new List<ViolationList>();
        foreach (var alternative in alternatives)
        {
            var found = run.Try(() => alternative.Check(value, run));
            if (found.Count == 0)
            {
                return;
            }

            failures.Add(found);
        }

        failures.ForEach(run.Found.AddRange);
        run.Found.Add(Violations.NoMatchingAlternative(run.Path));
    }
}
