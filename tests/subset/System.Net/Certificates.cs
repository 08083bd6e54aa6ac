[assembly: System.Reflection.AssemblyVersion("1.11.60.0")]

namespace System.Security.Cryptography.X509Certificates
{
    public class X509Certificate
    {
        internal extern X509Certificate();
        public extern X509Certificate(byte[] certificate);
        public extern virtual DateTime GetExpirationDate();
    }

    public class X509Certificate2 : X509Certificate
    {
        public extern X509Certificate2(byte[] rawData, byte[] key, string password);
    }
}
