using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Binding;

/// <summary>A credential key: the text itself, <c>$NAME</c>, or <c>{ source: "env", id: "NAME" }</c>.</summary>
internal static class SecretValue
{
    public static Secret? Read(ConfigNode node, Func<string, string?> variable) => node switch
    {
        ConfigString { MissingVariable: { } missing } => Secret.Unavailable(missing),
        ConfigString { Value: var text } when text.Length > 1 && text[0] == '$' && EnvironmentNames.IsValid(text.AsSpan(1)) => FromVariable(text[1..], variable),
        ConfigString { Value: var text } => Secret.From(text),
        ConfigObject reference when reference["id"] is ConfigString { Value: var id } => FromVariable(id, variable),
        _ => null,
    };

    private static Secret FromVariable(string name, Func<string, string?> variable) =>
        variable(name) is { Length: > 0 } value ? Secret.From(value) : Secret.Unavailable(name);
}
