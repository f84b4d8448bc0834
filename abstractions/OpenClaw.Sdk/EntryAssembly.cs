using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Sdk;

/// <summary>What the metadata of a plugin's assembly says; none of its code runs.</summary>
internal sealed class EntryAssembly
{
    private readonly List<string> _entryTypes = [];
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

    /// <summary>The kinds whose registration the code calls, in the order of the manifest's documentation.</summary>
    public IEnumerable<string> Kinds => PluginKindNames.All.Where(_kinds.Contains);

    /// <summary>The type marked with <c>[PluginSettings]</c>.</summary>
    public string? SettingsType { get; private set; }

    public static EntryAssembly Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var types = new ContractTypes(reader);
        var assembly = new EntryAssembly();
        var scans = assembly.ReadRegistrations(reader, types);
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
            assembly.ReadType(reader, types, type, scans);
        return assembly;
    }

    public string SingleEntryType() => _entryTypes.Count == 1
        ? _entryTypes[0]
        : throw new SdkException("OC1003", _entryTypes.Count == 0
            ? "No class implements OpenClaw.Plugins.IPlugin. Add one with a public constructor without parameters, or set IsOpenClawPlugin to false for a library that is no plugin."
            : $"{string.Join(", ", _entryTypes)} implement IPlugin. Set PluginEntryType to the full name of one of them.");

    private bool ReadRegistrations(MetadataReader reader, ContractTypes types)
    {
        var called = reader.MemberReferences.Select(reader.GetMemberReference)
            .Where(member => types.NameOf(member.Parent) == "OpenClaw.Plugins.IPluginBuilder")
            .Select(member => reader.GetString(member.Name))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var method in called)
        {
            if (KindOfCall(method) is { } kind)
                _kinds.Add(kind);
        }

        return called.Contains("AddFromAssembly");
    }

    private void ReadType(MetadataReader reader, ContractTypes types, TypeDefinition type, bool scans)
    {
        var name = $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}".TrimStart('.');
        if (type.GetCustomAttributes().Select(reader.GetCustomAttribute).Any(attribute => types.OwnerOf(attribute.Constructor) == "OpenClaw.Plugins.PluginSettingsAttribute"))
        {
            SettingsType = SettingsType is null ? name : throw new SdkException("OC1004", $"{SettingsType} and {name} are both marked with [PluginSettings]. Mark one.");
        }

        if (type.Attributes.HasFlag(TypeAttributes.Abstract) || type.Attributes.HasFlag(TypeAttributes.Interface) || !type.GetDeclaringType().IsNil)
            return;
        var contracts = types.ContractsOf(type);
        if (contracts.Contains("OpenClaw.Plugins.IPlugin"))
            _entryTypes.Add(name);
        if (!scans || !type.Attributes.HasFlag(TypeAttributes.Public))
            return;
        foreach (var contract in contracts)
        {
            if (KindOfContract(contract) is { } kind)
                _kinds.Add(kind);
        }
    }

    private static string? KindOfCall(string method) => method switch
    {
        "AddChannel" => PluginKindNames.Channel,
        "AddTool" => PluginKindNames.Tool,
        "AddAgentProvider" => PluginKindNames.AgentProvider,
        "AddBackgroundService" => PluginKindNames.Service,
        "AddRoute" => PluginKindNames.Route,
        "AddMethod" => PluginKindNames.Method,
        "AddCommand" => PluginKindNames.Command,
        "AddHook" => PluginKindNames.Hook,
        _ => null,
    };

    private static string? KindOfContract(string contract) => contract switch
    {
        "OpenClaw.Tools.ITool" => PluginKindNames.Tool,
        "OpenClaw.Agents.IAgentProvider" => PluginKindNames.AgentProvider,
        "OpenClaw.Plugins.IPluginService" => PluginKindNames.Service,
        _ => null,
    };
}
