using System.Text.Json;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Security.Devices;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>Puts what is wrong with a device, or still missing, into the words that clients know.</summary>
internal static class DeviceRefusals
{
    public static Refusal Proof(DeviceProofFailure failure)
    {
        var (message, code, reason) = failure switch
        {
            DeviceProofFailure.IdMismatch => ("device identity mismatch", "DEVICE_AUTH_DEVICE_ID_MISMATCH", "device-id-mismatch"),
            DeviceProofFailure.SignatureExpired => ("device signature expired", "DEVICE_AUTH_SIGNATURE_EXPIRED", "device-signature-stale"),
            DeviceProofFailure.NonceMissing => ("device nonce required", "DEVICE_AUTH_NONCE_REQUIRED", "device-nonce-missing"),
            DeviceProofFailure.NonceMismatch => ("device nonce mismatch", "DEVICE_AUTH_NONCE_MISMATCH", "device-nonce-mismatch"),
            DeviceProofFailure.SignatureInvalid => ("device signature invalid", "DEVICE_AUTH_SIGNATURE_INVALID", "device-signature"),
            _ => ("device public key invalid", "DEVICE_AUTH_PUBLIC_KEY_INVALID", "device-public-key"),
        };
        return Refusal.Policy(reason, ErrorShape.InvalidRequest(
            message,
            JsonSerializer.SerializeToElement(
                new RefusalDetails { Code = code, Reason = reason }, GatewayJsonContext.Default.RefusalDetails)));
    }

    public static Refusal Pairing(AdmissionOutcome outcome, PairingRequest request)
    {
        var (reason, text, hint) = Words(outcome.Need);

        // A person at the panel is likely to approve it in a moment; the page need not give up.
        var mayResolveItself = request.ClientId == ClientIds.ControlUi && outcome.Pending is not null;
        var details = new PairingRefusalDetails
        {
            Code = "PAIRING_REQUIRED",
            Reason = reason,
            RequestId = outcome.Pending?.RequestId,
            RemediationHint = outcome.Pending is null
                ? "Too many devices wait or are paired already: approve, reject or remove some, then connect again."
                : hint,
            DeviceId = request.Device.Id,
            RequestedRole = request.Role,
            RequestedScopes = request.Scopes is { Count: > 0 } scopes ? scopes : null,
            ApprovedRoles = outcome.Known?.Roles,
            ApprovedScopes = outcome.Known?.Scopes,
            RecommendedNextStep = mayResolveItself ? "wait_then_retry" : null,
            Retryable = mayResolveItself ? true : null,
            PauseReconnect = mayResolveItself ? false : null,
        };
        var message = $"pairing required: {text}";
        return new Refusal
        {
            Kind = reason,
            Error = new ErrorShape
            {
                Code = ErrorCodes.NotPaired,
                Message = message,
                Details = JsonSerializer.SerializeToElement(details, GatewayJsonContext.Default.PairingRefusalDetails),
            },
            Close = new CloseFrame(
                CloseCodes.PolicyViolation, outcome.Pending is { } pending ? $"{message} (requestId: {pending.RequestId})" : message),
        };
    }

    private static (string Reason, string Text, string Hint) Words(PairingNeed need) => need switch
    {
        PairingNeed.RoleUpgrade => (
            "role-upgrade", "device is asking for a higher role than currently approved",
            "Review the requested role upgrade, then approve the pending request."),
        PairingNeed.ScopeUpgrade => (
            "scope-upgrade", "device is asking for more scopes than currently approved",
            "Review the requested scopes, then approve the pending upgrade."),
        PairingNeed.MetadataUpgrade => (
            "metadata-upgrade", "device identity changed and must be re-approved",
            "Review the refreshed device details, then approve the pending request."),
        _ => ("not-paired", "device is not approved yet", "Approve this device from the pending pairing requests."),
    };
}
