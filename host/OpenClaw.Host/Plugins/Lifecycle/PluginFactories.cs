using System.Collections.Concurrent;
using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Channels;
using OpenClaw.Host.Plugins.Building;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Scopes;
using OpenClaw.Identity;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Makes providers and channels on demand for one generation, and lets go of all of them at its end.</summary>
internal sealed class PluginFactories(PluginGate gate, PluginEnvironment environment, IServiceProvider container, PluginRegistrations registrations, PluginScope scope)
{
    private readonly ConcurrentDictionary<IAsyncDisposable, byte> _created = [];
    private Parts? _parts = new(container, registrations, scope);

    public async Task<CreatedAgentProvider> CreateProviderAsync(string api, AgentProviderSettings settings, CancellationToken cancellationToken)
    {
        using var lease = Enter(out var parts);
        var factory = parts.Registrations.Apis[api];
        var made = await MakeAsync($"provider {settings.Id}", () => factory(parts.Container, settings), cancellationToken);
        if (made.Id != settings.Id)
        {
            await DisposeAsync(made);
            throw Fault($"The factory of api '{api}' made a provider with another id than '{settings.Id}'. It must use the id it is given.");
        }

        // The entry it was made for may change while a reply streams; that reply goes on to its end.
        var calls = new PluginGate(gate.PluginId, gate.Generation);
        var handle = new PluginHandle<IAgentProvider>(gate, made, calls);
        CreatedAgentProvider? created = null;
        created = new CreatedAgentProvider(
            LeasedAgentProvider.Wrap(settings.Id, handle, made is IEmbeddingProvider, environment.Secrets.Redact),
            async () =>
            {
                await calls.CloseAsync().WaitAsync(environment.Options.RetireTimeout, environment.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _created.TryRemove(created!, out _);
                handle.Release();
                await DisposeAsync(made);
            });
        _created.TryAdd(created, 0);
        return created;
    }

    public async Task<CreatedChannel> CreateChannelAsync(string channel, AccountId account, JsonElement settings, CancellationToken cancellationToken)
    {
        ClaimNames.CheckId("account id", account.Value);
        using var lease = Enter(out var parts);
        var (_, factory) = parts.Registrations.Channels[channel];
        var accountScope = parts.Scope.CreateChild($"{channel}-{account}", settings);
        IChannel made;
        try
        {
            var request = new ChannelAccount { Id = account, Settings = settings, Scope = accountScope };
            made = await MakeAsync($"channel {channel} {account}", () => factory(parts.Container, request), cancellationToken);
        }
        catch
        {
            await EndAsync(accountScope);
            throw;
        }

        var handle = new PluginHandle<IChannel>(gate, made);
        CreatedChannel? created = null;
        created = new CreatedChannel(account, handle, async () =>
        {
            _created.TryRemove(created!, out _);
            handle.Release();
            await DisposeAsync(made);
            await EndAsync(accountScope);
        })
        {
            HearsVerdicts = made is IChannelVerdicts,
        };
        _created.TryAdd(created, 0);
        return created;
    }

    /// <summary>Disposes what was made. Nothing new can be: the gate is closed by then.</summary>
    public async Task ReleaseAsync()
    {
        await Task.WhenAll(_created.Keys.Select(static created => created.DisposeAsync().AsTask()));
        _parts = null;
    }

    private PluginLease Enter(out Parts parts)
    {
        if (!gate.TryLease(out var lease))
            throw new PluginStoppedException($"Plugin {gate.PluginId} (generation {gate.Generation}) has stopped and makes nothing more.");
        parts = _parts!;
        return lease;
    }

    private async Task<T> MakeAsync<T>(string name, Func<T> make, CancellationToken cancellationToken)
        where T : class
    {
        using var marked = gate.Calls.Supervise();
        try
        {
            return await PluginWorker.RunAsync(
                $"plugin {gate.PluginId}: {name}",
                () => make() ?? throw new InvalidOperationException("The factory returned null."),
                environment.Options.ConfigureTimeout,
                environment.Clock,
                late: null,
                cancellationToken);
        }
        catch (Exception exception)
        {
            if (exception is PluginDeadlineException late)
                gate.Calls.Missed(name, late);
            throw PluginBoundary.Copy(exception, gate.PluginId, environment.Secrets.Redact, cancellationToken);
        }
    }

    private async Task DisposeAsync(object made)
    {
        try
        {
            await PluginWorker.InvokeAsync(
                $"plugin {gate.PluginId}: dispose",
                async _ =>
                {
                    if (made is IAsyncDisposable asynchronous)
                        await asynchronous.DisposeAsync();
                    else
                        (made as IDisposable)?.Dispose();
                },
                environment.Options.StopTimeout,
                environment.Clock,
                CancellationToken.None,
                gate.Calls.Supervise());
        }
        catch (Exception exception)
        {
            environment.Log.StopFailed(gate.PluginId, "dispose", PluginFault.From(exception, environment.Secrets.Redact).Summary);
        }
    }

    private async Task EndAsync(PluginScope accountScope)
    {
        using var deadline = new CancellationTokenSource(environment.Options.StopTimeout, environment.Clock);
        await accountScope.SignalAsync(deadline.Token);
        await accountScope.EndWorkAsync(environment.Options.StopTimeout);
        accountScope.Dispose();
    }

    private PluginFaultException Fault(string message) =>
        new(gate.PluginId, new PluginFault(nameof(PluginRegistrationException), message, message));

    private sealed record Parts(IServiceProvider Container, PluginRegistrations Registrations, PluginScope Scope);
}
