using System.Diagnostics.CodeAnalysis;

namespace OpenClaw.Protocol.Schema;

/// <summary>States the schema of a property whose CLR type says less than the wire does, such as a union.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonSchemaTextAttribute([StringSyntax(StringSyntaxAttribute.Json)] string schema) : Attribute
{
    /// <summary>The schema as JSON.</summary>
    public string Schema { get; } = schema;
}
