using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Tests.Catalog;

public sealed class EventCatalogTests
{
    [Fact]
    public void Every_named_event_is_in_the_catalog() =>
        Assert.All(MethodCatalogTests.Constants(typeof(EventNames)), name => Assert.True(EventCatalog.TryGet(name, out _), name));

    [Theory]
    [InlineData("connect-ok-token-cli.jsonl", ProtocolVersions.V4)]
    [InlineData("v3-connect-ok-token.jsonl", ProtocolVersions.V3)]
    public void Every_advertised_event_of_a_recorded_gateway_is_known(string file, int protocol) =>
        Assert.All(
            MethodCatalogTests.Names(MethodCatalogTests.Features(file), "events"),
            name => Assert.True(EventCatalog.TryGet(name, out var entry) && entry.Since <= protocol, name));

    [Theory]
    [InlineData(EventNames.Tick, Roles.Node, true)]
    [InlineData(EventNames.Shutdown, Roles.Node, true)]
    [InlineData(EventNames.Chat, Roles.Node, false)]
    [InlineData(EventNames.Chat, Roles.Operator, false)]
    [InlineData(EventNames.NodeInvokeRequest, Roles.Operator, false)]
    public void Without_scopes_only_public_events_arrive(string name, string role, bool expected) =>
        Assert.Equal(expected, Entry(name).IsVisibleTo(role, []));

    [Theory]
    [InlineData(EventNames.Chat, OperatorScopes.Read, true)]
    [InlineData(EventNames.ExecApprovalRequested, OperatorScopes.Read, false)]
    [InlineData(EventNames.ExecApprovalRequested, OperatorScopes.Approvals, true)]
    [InlineData(EventNames.DevicePairRequested, OperatorScopes.Write, false)]
    [InlineData("plugin.weather.changed", OperatorScopes.Write, true)]
    [InlineData("plugin.weather.changed", OperatorScopes.Read, false)]
    public void Scopes_open_events(string name, string scope, bool expected) =>
        Assert.Equal(expected, Entry(name).IsVisibleTo(Roles.Operator, [scope]));

    [Fact]
    public void Events_that_a_later_one_makes_up_for_are_left_out_for_those_who_lag_and_no_others()
    {
        string[] droppable =
        [
            "presence", "heartbeat", "chat.metadata.changed", "session.tool", "session.operation", "sessions.changed", "task", "task.suggestion",
            "cron", "outbox.changed", "config.changed", "plugins.changed", "device.pair.requested", "device.pair.resolved", "device.pair.changed",
            "device.pair.setup.completed", "device.pair.setup.deliveryUncertain", "node.pair.requested", "node.pair.resolved", "node.presence",
            "node.hostStats", "voicewake.changed", "voicewake.routing.changed", "talk.mode",
        ];
        Assert.Equal(
            droppable.Order(StringComparer.Ordinal),
            EventCatalog.All.Where(static entry => entry.DropIfSlow).Select(static entry => entry.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_unlisted_event_does_not_exist() => Assert.False(EventCatalog.TryGet("no.such.event", out _));

    private static EventEntry Entry(string name) => EventCatalog.TryGet(name, out var entry) ? entry : throw new KeyNotFoundException(name);
}
