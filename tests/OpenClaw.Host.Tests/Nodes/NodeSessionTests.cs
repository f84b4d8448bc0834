using OpenClaw.Host.Nodes;
using OpenClaw.Host.Nodes.Book;
using OpenClaw.Host.Nodes.Live;
using OpenClaw.Host.Nodes.Surfaces;

namespace OpenClaw.Host.Tests.Nodes;

public sealed class NodeSessionTests
{
    private static readonly NodeRecord Approved = new() { NodeId = "node", Approved = NodeSurface.Nothing, ApprovedAt = 2 };

    private readonly NodeSession _session = new(
        new NodeArrival
        {
            NodeId = "node",
            ConnectionId = "connection",
            Declared = NodeSurface.Nothing,
            Identity = new NodeIdentity(),
            Protocol = 4,
            IsLocal = true,
            HasSharedSecret = false,
            BySetupCode = false,
        },
        connectedAt: 1);

    [Fact]
    [Trait("Threat", "AUTH-30")]
    public void What_was_read_of_a_node_before_it_was_removed_gives_it_nothing_back()
    {
        _session.Grant(Approved);
        Assert.True(_session.IsApproved);
        _session.Revoke();
        Assert.False(_session.IsApproved);
        _session.Grant(Approved with { ApprovedAt = 3 });
        Assert.False(_session.IsApproved);
    }
}
