using System.Net;
using System.Net.Sockets;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Start;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Gateway;

/// <summary>Before a restart: makes sure that the gateway can start and listen afterwards, and lets runs come to their end.</summary>
internal sealed class RestartPreparation(
    IEnumerable<IOpenWork> rooms, IConfigSource configuration, TimeProvider time, ReloadLog log, ConfigSource? file = null) : IRestartPreparation
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly IOpenWork[] _rooms = [.. rooms];

    private int Open => _rooms.Sum(static room => room.Count);

    public async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        if (file is not null && GatewayStartRules.Check(file.Latest, allowUnconfigured: true) is [var refusal, ..])
        {
            log.CannotStart(refusal.Message.ReplaceLineEndings(" "));
            return false;
        }

        if (!CanListen())
        {
            return false;
        }

        var limit = configuration.Current.Gateway.Reload.DeferralTimeout;
        var began = time.GetTimestamp();
        if (Open is > 0 and var count)
        {
            log.Preparing(count, limit.TotalSeconds);
        }

        while (Open > 0 && time.GetElapsedTime(began) < limit)
        {
            await Task.Delay(Look, time, cancellationToken);
        }

        if (Open is > 0 and var left)
        {
            log.Impatient(left);
        }
        else
        {
            log.Idle();
        }

        return true;
    }

    /// <summary>Tries the new address while the old listener is still there; the same address is ours anyway.</summary>
    private bool CanListen()
    {
        var now = configuration.Current.Gateway;
        if (file?.Latest.Config?.Gateway is not { } next || next.Port == 0 || (next.Port == now.Port && IsSameBind(now, next)))
        {
            return true;
        }

        foreach (var address in BindAddresses.Resolve(next).Where(address => next.Port != now.Port || !BindAddresses.Resolve(now).Contains(address)))
        {
            try
            {
                using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(address, next.Port));
            }
            catch (SocketException error) when (error.SocketErrorCode != SocketError.AddressAlreadyInUse || next.Port != now.Port)
            {
                log.CannotListen(address.ToString(), next.Port, error.SocketErrorCode.ToString());
                return false;
            }
            catch (SocketException)
            {
                // Our own listener holds a part of the new address.
            }
        }

        return true;
    }

    private static bool IsSameBind(GatewayConfig now, GatewayConfig next) =>
        now.Bind == next.Bind && now.CustomBindHost == next.CustomBindHost && now.ListenTcp == next.ListenTcp;
}
