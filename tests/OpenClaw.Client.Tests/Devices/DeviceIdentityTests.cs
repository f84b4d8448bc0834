using System.Text.Json;
using OpenClaw.Client.Devices;

namespace OpenClaw.Client.Tests.Devices;

public sealed class DeviceIdentityTests
{
    [Fact]
    public void An_identity_is_made_once_and_kept_for_its_owner_alone()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["identity/device.json"];
        var first = DeviceIdentity.LoadOrCreate(path);
        var second = DeviceIdentity.LoadOrCreate(path);

        Assert.Equal((first.Id, first.PublicKey), (second.Id, second.PublicKey));
        Assert.Equal(64, first.Id.Length);
        Assert.Equal(43, first.PublicKey.Length);
        var document = JsonElement.Parse(File.ReadAllBytes(path));
        Assert.Equal(first.Id, document.GetProperty("deviceId").GetString());
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", document.GetProperty("privateKeyPem").GetString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(directory["identity"], "*.tmp"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Of_many_first_starts_one_makes_the_identity()
    {
        using var directory = new TemporaryDirectory();
        var path = directory["device.json"];
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Try(path))));

        // Who comes between the name and the content may fail, and never gets another identity.
        Assert.Single(ids.OfType<string>().Distinct());
        Assert.Equal(DeviceIdentity.LoadOrCreate(path).Id, ids.OfType<string>().First());

        static string? Try(string path)
        {
            try
            {
                return DeviceIdentity.LoadOrCreate(path).Id;
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"deviceId":"x","publicKeyPem":"","privateKeyPem":"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"}""")]
    public void A_file_that_holds_something_else_is_named_and_left_alone(string content)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory["device.json"], content);
        var error = Assert.Throws<IOException>(() => DeviceIdentity.LoadOrCreate(directory["device.json"]));
        Assert.Contains(directory["device.json"], error.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(directory["device.json"]));
    }

    [Fact]
    [Trait("Threat", "AUTH-34")]
    public async Task A_token_is_offered_to_the_gateway_it_came_from_and_to_no_other()
    {
        using var directory = new TemporaryDirectory();
        var store = new DeviceTokenFile(directory["tokens.json"]);
        var gateway = new Uri("wss://gateway.example:18789/");
        await store.SaveAsync(gateway, "device", "operator", "secret", default);
        await store.SaveAsync(gateway, "device", "node", "other", default);

        Assert.Equal("secret", await store.FindAsync(new("wss://GATEWAY.example:18789/path"), "device", "operator", default));
        Assert.Null(await store.FindAsync(new("ws://gateway.example:18789"), "device", "operator", default));
        Assert.Null(await store.FindAsync(new("wss://gateway.example.evil.test:18789"), "device", "operator", default));
        Assert.Null(await store.FindAsync(new("wss://gateway.example:1"), "device", "operator", default));
        Assert.Null(await store.FindAsync(gateway, "another", "operator", default));
        await store.RemoveAsync(gateway, "device", "operator", default);
        Assert.Null(await store.FindAsync(gateway, "device", "operator", default));
        Assert.Equal("other", await new DeviceTokenFile(directory["tokens.json"]).FindAsync(gateway, "device", "node", default));
    }
}
