using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Host.Rpc;

/// <summary>Checks and binds the parameters of one method.</summary>
internal sealed class RpcParams<TParams>(string method, JsonTypeInfo<TParams> info)
    where TParams : class
{
    private static readonly ReadOnlyMemory<byte> EmptyObject = "{}"u8.ToArray();

    /// <exception cref="RpcException">The parameters break the schema; the text says where.</exception>
    public TParams Parse(ReadOnlyMemory<byte> raw)
    {
        using var document = JsonDocument.Parse(raw.IsEmpty ? EmptyObject : raw);
        try
        {
            return document.RootElement.Deserialize(info)
                ?? throw RpcException.InvalidRequest($"invalid {method} params: must be object");
        }
        catch (JsonException exception)
        {
            throw RpcException.InvalidRequest($"invalid {method} params: at {exception.Path}: value does not fit");
        }
    }
}
