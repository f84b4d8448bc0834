using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Plugins.Faults;

/// <summary>Makes an exception that crossed from a plugin safe to keep: contract exceptions are rebuilt, all others become text.</summary>
internal static class PluginBoundary
{
    private const int MaxDetailsLength = 16 * 1024;

    public static Exception Copy(Exception exception, string pluginId, Func<string, string> redact, CancellationToken cancellationToken)
    {
        var fault = PluginFault.From(exception, redact);
        return exception switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => new OperationCanceledException(cancellationToken),
            PluginStoppedException => new PluginStoppedException(fault.Message),
            ModelException model => new ModelException(model.Failure, fault.Message)
            {
                RetryAfter = model.RetryAfter,
                HttpStatus = model.HttpStatus,
                ProviderErrorType = model.ProviderErrorType is { } type ? redact(type) : null,
            },
            PluginMethodException method => new PluginMethodException(fault.Message)
            {
                Code = method.Code,
                Details = Facts(method.Details),
                IsRetryable = method.IsRetryable,
            },
            ChannelException channel => new ChannelException(fault.Message)
            {
                IsTransient = channel.IsTransient,
                NeedsLogin = channel.NeedsLogin,
            },
            _ => new PluginFaultException(pluginId, fault),
        };
    }

    private static JsonElement? Facts(JsonElement? details) =>
        details is { ValueKind: not JsonValueKind.Undefined } facts && facts.GetRawText().Length <= MaxDetailsLength ? facts.Clone() : null;
}
