using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Reads the parameters of a command of this machine.</summary>
internal static class NodeParams
{
    public static T Read<T>(JsonElement parameters, JsonTypeInfo<T> info)
        where T : class, new()
    {
        try
        {
            return parameters.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? new T() : parameters.Deserialize(info) ?? new T();
        }
        catch (JsonException error)
        {
            throw new NodeCommandException("INVALID_REQUEST", $"the parameters do not fit the command: {error.Message}");
        }
    }
}
