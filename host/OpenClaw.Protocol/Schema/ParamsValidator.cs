using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Schema.Rules;

namespace OpenClaw.Protocol.Schema;

/// <summary>
/// Checks parameters against the schema of a record and reports every violation in the words of the reference.
/// Building one is slow and checking is fast: keep one per method.
/// </summary>
public sealed class ParamsValidator
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}"u8);

    private readonly SchemaRule _rule;

    /// <summary>Compiles the schema of a record.</summary>
    public ParamsValidator(JsonTypeInfo contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        _rule = SchemaCompiler.Compile(SchemaExporter.Export(contract));
    }

    /// <summary>All violations joined by <c>"; "</c>, or null when there are none. Absent parameters count as an empty object.</summary>
    public string? Validate(JsonElement parameters)
    {
        var run = new ValidationRun();
        _rule.Check(parameters.ValueKind == JsonValueKind.Undefined ? EmptyObject : parameters, run);
        return run.Found.Count == 0 ? null : run.Found.ToString();
    }

    /// <summary>The text of the error answer for such violations.</summary>
    public static string Message(string method, string violations) => $"invalid {Violations.Cut(method)} params: {violations}";
}
