using OpenClaw.Host.Gateway;
using OpenClaw.Host.Gateway.Connections;

namespace OpenClaw.Host.Tests.Gateway;

[Trait("Threat", "HTTP-16")]
public sealed class ConnectionBudgetTests
{
    [Fact]
    public void One_address_cannot_take_the_places_of_another()
    {
        var budget = new ConnectionBudget(new GatewayOptions { MaxUnauthenticatedPerAddress = 2 });
        Assert.NotNull(budget.TryEnter("a", out _));
        Assert.NotNull(budget.TryEnter("a", out _));
        Assert.Null(budget.TryEnter("a", out var reason));
        Assert.Equal("unauthenticated-address", reason);
        Assert.NotNull(budget.TryEnter("b", out _));
    }

    [Fact]
    public void An_authenticated_socket_makes_room_for_the_next_stranger()
    {
        var budget = new ConnectionBudget(new GatewayOptions { MaxUnauthenticatedPerAddress = 1 });
        var place = budget.TryEnter("a", out _)!;
        place.MarkAuthenticated();
        place.MarkAuthenticated();
        Assert.NotNull(budget.TryEnter("a", out _));
        Assert.Null(budget.TryEnter("a", out _));
    }

    [Fact]
    public void All_sockets_together_have_a_limit_that_authentication_does_not_lift()
    {
        var budget = new ConnectionBudget(new GatewayOptions { MaxConnections = 1 });
        var place = budget.TryEnter("a", out _)!;
        place.MarkAuthenticated();
        Assert.Null(budget.TryEnter("b", out var reason));
        Assert.Equal("connections", reason);
        place.Dispose();
        place.Dispose();
        Assert.NotNull(budget.TryEnter("b", out _));
        Assert.Null(budget.TryEnter("c", out _));
    }
}
