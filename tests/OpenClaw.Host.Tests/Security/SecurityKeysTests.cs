using OpenClaw.Host.Security;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.Tests.Security;

public sealed class SecurityKeysTests
{
    [Fact]
    public async Task Keys_are_made_once_and_read_again()
    {
        using var directory = new TemporaryDirectory();
        var first = await LoadAsync(directory);
        var second = await LoadAsync(directory);
        Assert.True(first.DeviceTokenKey.SequenceEqual(second.DeviceTokenKey));
        Assert.True(first.PublicKey.SequenceEqual(second.PublicKey));
        Assert.False(first.DeviceTokenKey.SequenceEqual(first.PublicKey));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("not hexadecimal at all, but of the right length: 64 characters, x")]
    public async Task A_key_file_that_was_damaged_stops_the_start_with_its_name(string content)
    {
        using var directory = new TemporaryDirectory();
        await LoadAsync(directory);
        await File.WriteAllTextAsync(directory["identity/device-tokens.key"], content);
        var error = await Assert.ThrowsAsync<StorageException>(() => LoadAsync(directory));
        Assert.Contains("device-tokens.key", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not hexadecimal at all", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<SecurityKeys> LoadAsync(TemporaryDirectory directory)
    {
        var keys = new SecurityKeys(StatePathResolver.Resolve(name => name == "OPENCLAW_STATE_DIR" ? directory.Path : null), Ed25519.Default);
        await keys.LoadAsync(default);
        return keys;
    }
}
