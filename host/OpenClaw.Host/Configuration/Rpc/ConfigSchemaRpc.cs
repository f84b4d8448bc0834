using System.Globalization;
using System.Text.Json;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Schema.Export;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;

namespace OpenClaw.Host.Configuration.Rpc;

/// <summary>The methods that describe what a configuration may say.</summary>
internal sealed class ConfigSchemaRpc(TimeProvider time) : IRpcModule
{
    private static readonly Lazy<JsonElement> Document = new(static () => SchemaExport.ToJsonSchema(ConfigSchema.Root));

    public void Register(RpcMethods methods) => methods
        .Add<EmptyParams, ConfigSchemaResult>(
            MethodNames.ConfigSchema,
            static () => ProtocolJsonContext.Default.EmptyParams,
            static () => ProtocolJsonContext.Default.ConfigSchemaResult,
            (_, _, _) => ValueTask.FromResult(Describe()))
        .Add<ConfigSchemaLookupParams, ConfigSchemaLookupResult>(
            MethodNames.ConfigSchemaLookup,
            static () => ProtocolJsonContext.Default.ConfigSchemaLookupParams,
            static () => ProtocolJsonContext.Default.ConfigSchemaLookupResult,
            static (_, parameters, _) => ValueTask.FromResult(Lookup(parameters.Path)));

    private ConfigSchemaResult Describe() => new()
    {
        Schema = Document.Value,
        UiHints = SchemaHints.All,
        Version = HostVersion.Text,
        GeneratedAt = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
    };

    private static ConfigSchemaLookupResult Lookup(string path)
    {
        var schema = SchemaLookup.Find(path) ?? throw RpcException.InvalidRequest("config schema path not found");
        return new ConfigSchemaLookupResult
        {
            Path = path,
            Schema = SchemaExport.ToJsonSchema(schema, withChildren: false),
            ReloadKind = KindOf(path),
            Hint = SchemaHints.For(path, schema),
            HintPath = path,
            Children = [.. SchemaLookup.Children(schema).Select(child => DescribeChild(path, child.Key, child.Schema))],
        };
    }

    private static ConfigSchemaChild DescribeChild(string parent, string key, SchemaNode schema)
    {
        var path = SchemaNode.Join(parent, key);
        return new ConfigSchemaChild
        {
            Key = key,
            Path = path,
            // Every key may be left out: it then has its default.
            Required = false,
            HasChildren = SchemaLookup.Children(schema).Any(),
            ReloadKind = KindOf(path),
            Hint = SchemaHints.For(path, schema),
        };
    }

    private static string KindOf(string path) => ReloadClasses.Of(path) switch
    {
        ReloadClass.None => "none",
        ReloadClass.Hot => "hot",
        _ => "restart",
    };
}
