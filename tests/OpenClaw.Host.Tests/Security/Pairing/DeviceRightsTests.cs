using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security;
using OpenClaw.Host.Security.Devices;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Host.Security.Tokens;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.Tests.Security.Pairing;

/// <summary>
/// Whatever is asked, approved, rotated and taken back in whatever order: a device never has what nobody gave it, and a token that
/// was replaced or taken back is never good again.
/// </summary>
public sealed class DeviceRightsTests
{
    private static readonly string[] Scopes =
        [OperatorScopes.Read, OperatorScopes.Write, OperatorScopes.Admin, OperatorScopes.Pairing, OperatorScopes.Approvals];

    [Theory]
    [Trait("Threat", "AUTH-21")]
    [Trait("Threat", "AUTH-24")]
    [Trait("Threat", "AUTH-25")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Rights_come_from_decisions_alone(int seed)
    {
        using var directory = new TemporaryDirectory();
        await using var world = await World.CreateAsync(directory);
        var random = new Random(seed);
        var devices = Enumerable.Range(0, 3).Select(i => new Model($"device-{i}")).ToArray();
        for (var step = 0; step < 150; step++)
        {
            await StepAsync(world, random, devices[random.Next(devices.Length)]);
            foreach (var model in devices)
            {
                await AssertAsync(world, model);
            }
        }
    }

    private static async Task StepAsync(World world, Random random, Model model)
    {
        var role = random.Next(4) == 0 ? Roles.Node : Roles.Operator;
        var request = Request(model, role, Some(random));
        var owner = Caller(OperatorScopes.Admin);
        switch (random.Next(6))
        {
            case 0:
                var pending = await world.Pairing.RequestAsync(request, default);
                Assert.NotNull(pending);
                break;
            case 1:
                var (waiting, approver) = (await world.PendingOf(model), Caller(Some(random)));
                if (waiting is null)
                {
                    break;
                }

                var mayApprove = approver.HasScope(OperatorScopes.Admin)
                    || (!waiting.Roles.Contains(Roles.Node) && waiting.Scopes.All(approver.HasScope));
                var approved = await Record.ExceptionAsync(() => world.Pairing.ApproveAsync(waiting.RequestId, approver, default).AsTask());
                Assert.Equal(mayApprove, approved is null);
                if (approved is null)
                {
                    model.Approve(waiting.Roles, waiting.Scopes);
                }

                break;
            case 2:
                var silent = await world.Pairing.ApproveDirectlyAsync(request, ApprovalPaths.Silent, judged: null, default);
                Assert.Equal(model.MayGrowSilently(role, request.Scopes), silent is not null);
                if (silent is not null)
                {
                    model.Approve([role], request.Scopes);
                }

                break;
            case 3:
                var wanted = Some(random);
                await model.NoteTokenAsync(world, role);
                var rotated = await world.Devices.RotateAsync(model.Id, role, wanted, owner, default);
                Assert.Equal(model.Has(role) && (role == Roles.Node || OperatorScopes.CoversAll(model.Scopes, wanted)), rotated is not null);
                model.Retire(role, rotated is not null);
                if (rotated is not null && role == Roles.Operator)
                {
                    model.Limit = OperatorScopes.CoversAll(wanted, model.Scopes) ? null : [.. wanted];
                }

                break;
            case 4:
                await model.NoteTokenAsync(world, role);
                var revoked = await world.Devices.RevokeAsync(model.Id, role, owner, default);
                if (revoked is not null)
                {
                    model.Revoke(role);
                    model.TakenBack.Add(role);
                }

                break;
            default:
                await model.NoteTokenAsync(world, role);
                if (await world.Devices.RemoveAsync(model.Id, default) is not null)
                {
                    model.Revoke(Roles.Operator);
                    model.Revoke(Roles.Node);
                    model.Scopes = [];
                    model.TakenBack.Clear();
                }

                break;
        }
    }

    private static async Task AssertAsync(World world, Model model)
    {
        var stored = await world.Devices.FindAsync(model.Id, default);
        foreach (var role in new[] { Roles.Operator, Roles.Node })
        {
            Assert.Equal(model.Has(role), stored?.IsApproved(role) is true);
        }

        if (stored is not null && model.Has(Roles.Operator))
        {
            Assert.Equal(model.Scopes.Order(), stored.Scopes.Order());
            Assert.True(OperatorScopes.CoversAll(model.Scopes, stored.ActiveToken(Roles.Operator)!.Scopes));
        }

        foreach (var (role, token) in model.Dead)
        {
            Assert.Equal(DeviceTokenVerdict.Wrong, world.Devices.Judge(stored, role, [], token));
        }
    }

    private static string[] Some(Random random) => [.. Scopes.Where(_ => random.Next(3) == 0)];

    private static RpcCaller Caller(params string[] scopes) =>
        new() { ConnectionId = "c", Role = Roles.Operator, Scopes = scopes, Protocol = ProtocolVersions.Current };

    private static PairingRequest Request(Model model, string role, string[] scopes) => new()
    {
        Device = new VerifiedDevice(model.Id, "key"),
        Role = role,
        Scopes = role == Roles.Operator ? scopes : [],
        Source = model.Id,
    };

    /// <summary>What the device should have, kept by hand.</summary>
    private sealed class Model(string id)
    {
        private readonly HashSet<string> _roles = [];
        private readonly Dictionary<string, string> _live = [];

        public string Id { get; } = id;

        public HashSet<string> Scopes { get; set; } = [];

        public List<(string Role, string Token)> Dead { get; } = [];

        /// <summary>Roles that somebody took back, and nobody gave again.</summary>
        public HashSet<string> TakenBack { get; } = [];

        /// <summary>What somebody cut the token of the operator to.</summary>
        public HashSet<string>? Limit { get; set; }

        public bool MayGrowSilently(string role, IEnumerable<string> scopes) =>
            !TakenBack.Contains(role) && (role == Roles.Node || Limit is null || OperatorScopes.CoversAll(Limit, scopes));

        public bool Has(string role) => _roles.Contains(role);

        public void Approve(IReadOnlyList<string> roles, IReadOnlyList<string> scopes)
        {
            if (roles.Contains(Roles.Operator) && !Has(Roles.Operator))
            {
                Scopes.Clear();
            }

            Scopes.UnionWith(scopes);
            Limit?.UnionWith(scopes);
            _roles.UnionWith(roles);
            TakenBack.ExceptWith(roles);
        }

        public async Task NoteTokenAsync(World world, string role)
        {
            if (await world.Devices.FindAsync(Id, default) is { } device && device.ActiveToken(role) is { } token)
            {
                _live[role] = world.Mint.Create(Id, role, token.Salt);
            }
        }

        public void Retire(string role, bool really)
        {
            if (really && _live.Remove(role, out var token))
            {
                Dead.Add((role, token));
            }
        }

        public void Revoke(string role)
        {
            Retire(role, really: true);
            _roles.Remove(role);
            Limit = role == Roles.Operator ? null : Limit;
        }
    }

    private sealed class World : IAsyncDisposable
    {
        private SqliteDatabase _database = null!;

        public PairingBook Pairing { get; private set; } = null!;

        public PairedDevices Devices { get; private set; } = null!;

        public DeviceTokenMint Mint { get; private set; } = null!;

        public static async Task<World> CreateAsync(TemporaryDirectory directory)
        {
            var keys = new SecurityKeys(StatePathResolver.Resolve(name => name == "OPENCLAW_STATE_DIR" ? directory.Path : null), Ed25519.Managed);
            await keys.LoadAsync(default);
            var nobody = new NoConnections();
            var database = await SqliteDatabase.OpenAsync(directory["gateway.db"], SecuritySchema.Migrations, TimeProvider.System);
            var mint = new DeviceTokenMint(keys);
            return new World
            {
                _database = database,
                Mint = mint,
                Pairing = new PairingBook(database, nobody, TimeProvider.System),
                Devices = new PairedDevices(database, mint, nobody, TimeProvider.System),
            };
        }

        public async Task<Protocol.Devices.PendingDevice?> PendingOf(Model model) =>
            (await Pairing.ListAsync(default)).FirstOrDefault(request => request.DeviceId == model.Id);

        public ValueTask DisposeAsync() => _database.DisposeAsync();
    }
}
