using System.Text.Json.Serialization;
using OpenClaw.Client.Devices;

namespace OpenClaw.Client;

/// <summary>Contracts of the files this library keeps.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DeviceIdentityDocument))]
[JsonSerializable(typeof(StoredDeviceToken[]))]
internal sealed partial class ClientJsonContext : JsonSerializerContext;
