using Microsoft.AspNetCore.Identity;
using NewsTracker.Storage;
using NewsTracker.Storage.Model;

namespace NewsTracker.Web.Admin;

/// <summary>Accounts, for the desk and for the command line.</summary>
static class AccountServices
{
    const int PasswordLength = 12;

    /// <summary>Length, and that the person's e-mail does not tell it, are the only rules for passwords: rules of composition make them worse (NIST SP 800-63B, 5.1.1.2).</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddScoped(provider => provider.GetRequiredService<NewsDatabase>().Open());
        services.AddSingleton<AccountWork>().AddSingleton<AccountDirectory>().AddSingleton<InvitationDesk>();
        return services
            .AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = PasswordLength;
                identity.Password.RequiredUniqueChars = 4;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<NewsContext>()
            .AddPasswordValidator<OwnNameInPassword>();
    }
}
