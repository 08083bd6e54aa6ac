// The desktop's assembly of this name has the same member: what is compiled against it runs there.
[assembly: System.Reflection.AssemblyVersion("1.0.43.0")]

namespace System.Security.Cryptography
{
    public class HMACSHA256
    {
        internal extern HMACSHA256();
        public static extern byte[] HashData(byte[] key, byte[] source);
    }
}
