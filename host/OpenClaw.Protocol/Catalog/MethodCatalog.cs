using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OpenClaw.Protocol.Catalog.Methods;

namespace OpenClaw.Protocol.Catalog;

/// <summary>Every method of both generations: who may call it and how it is announced.</summary>
public static class MethodCatalog
{
    private static readonly FrozenDictionary<string, MethodEntry> ByName = new[]
    {
        SystemMethods.All, MaintenanceMethods.All, AgentMethods.All, ChatMethods.All, SessionMethods.All, SharingMethods.All,
        ConfigMethods.All, ChannelMethods.All, CronMethods.All, DeviceMethods.All, NodeMethods.All, ApprovalMethods.All,
        PluginMethods.All, SkillMethods.All, TalkMethods.All, UserMethods.All, WorkspaceMethods.All, ControlUiMethods.All,
    }.SelectMany(family => family).ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);

    private static readonly NameTable Names = new(ByName.Keys);

    /// <summary>All methods.</summary>
    public static ImmutableArray<MethodEntry> All => ByName.Values;

    /// <summary>Looks a method up; names are compared exactly.</summary>
    public static bool TryGet(string method, [MaybeNullWhen(false)] out MethodEntry entry) => ByName.TryGetValue(method, out entry);

    /// <summary>The least scope an operator needs before parameters are looked at; admin for unknown names, null where none is asked for.</summary>
    public static string? LeastScope(string method) =>
        ByName.TryGetValue(method, out var entry) ? entry.Scope : OperatorScopes.Admin;

    /// <summary>The scopes this very call needs, parameters included.</summary>
    public static ImmutableArray<string> RequiredScopes(string method, JsonElement parameters) =>
        MethodScopeRules.Required(method, LeastScope(method), parameters);

    /// <summary>True when the role may call the method at all.</summary>
    public static bool IsAllowedFor(string role, string method)
    {
        var access = ByName.TryGetValue(method, out var entry) ? entry.Access : MethodAccess.Operator;
        return access switch
        {
            MethodAccess.Anyone => true,
            MethodAccess.Node => role == Roles.Node,
            _ => role == Roles.Operator,
        };
    }

    internal static string? Intern(ref Utf8JsonReader reader) => Names.Find(ref reader);
}
