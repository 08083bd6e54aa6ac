using System.Security.Cryptography;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// The keys with which a city signs: those that its nodes were given, and what is derived from them by nonces that its
/// database remembers. A change has two phases: the old key signs until a birth of the node says that the new one is in
/// force, so that at no moment there is a node with a key that the city has thrown away.
/// </summary>
/// <param name="given">The key of each node.</param>
/// <param name="store">Where the nonces are.</param>
public sealed class CityKeys(NodeKeys given, CityStore store)
{
    private const int NonceLength = 16;

    /// <summary>A node without a key is not heard.</summary>
    public bool Knows(string node) => given.TryGet(node, out _);

    /// <summary>What signs messages to a node; null: unknown.</summary>
    public byte[]? InForce(string node) =>
        given.TryGet(node, out byte[]? key) ? Derive(key, store.KeyNonces(node).InForce) : null;

    /// <summary>The new key that is on offer; null: none is.</summary>
    public byte[]? Offered(string node) =>
        store.KeyNonces(node).Offered is { } nonce && given.TryGet(node, out byte[]? key) ? Derive(key, nonce) : null;

    /// <summary>
    /// Begins a change: the nonce, which is stored, for a <see cref="CommandOperation.RotateKey"/>. One that is on
    /// offer already is offered again.
    /// </summary>
    public byte[] Offer(string node)
    {
        byte[] nonce = store.KeyNonces(node).Offered ?? RandomNumberGenerator.GetBytes(NonceLength);
        store.OfferKey(node, nonce);
        return nonce;
    }

    /// <summary>A birth has come: ends the change when it says so.</summary>
    /// <param name="node">Whose birth it is.</param>
    /// <param name="key">CRC-32 of the nonce of the key in force there, 0 for the one that it was given.</param>
    /// <returns>What a person should know; empty: nothing.</returns>
    public string Confirm(string node, uint key)
    {
        (byte[]? inForce, byte[]? offered) = store.KeyNonces(node);
        if (offered is not null && Check(offered) == key)
        {
            store.ConfirmKey(node);
            return "a new key is in force";
        }

        return key == Check(inForce) ? ""
            : key == 0 ? "it is back at the key that it was given, and the city is not"
            : "it has a key that the city does not know";
    }

    private static uint Check(byte[]? nonce) => nonce is null ? 0 : Crc32.Compute(nonce, 0, nonce.Length);

    private static byte[] Derive(byte[] key, byte[]? nonce) => nonce is null ? key : HmacMac.Derive(key, nonce);
}
