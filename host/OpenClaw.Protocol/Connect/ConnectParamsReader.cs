using System.Diagnostics.CodeAnalysis;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Connect;

/// <summary>Reads connect parameters of both generations: they differ only in the nonce, which protocol 3 may leave out.</summary>
public static class ConnectParamsReader
{
    private static readonly ParamsReader<ConnectParams> Reader = new(ProtocolJsonContext.Default.ConnectParams);

    /// <summary>Reads parameters; false with the violations when they do not fit.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8,
        [NotNullWhen(true)] out ConnectParams? value,
        [NotNullWhen(false)] out string? violations)
    {
        if (!Reader.TryRead(utf8, out value, out violations))
        {
            return false;
        }

        if (value is { Device.Nonce: null, MaxProtocol: >= ProtocolVersions.V4 })
        {
            value = null;
            violations = Violations.MissingProperty("/device", "nonce");
            return false;
        }

        return true;
    }
}
