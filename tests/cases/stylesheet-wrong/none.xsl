<hens/>
